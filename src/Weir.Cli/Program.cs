using System.CommandLine;
using Weir.Cli.Commands;

var root = new RootCommand("Weir routes and measures every LLM call: an OpenRouter-compatible gateway and an OpenInference trace store in one process.")
{
    DemoCommand.Create(),
    ServeCommand.Create(),
    SimulateCommand.Create(),
    KeysCommand.Create(),
    CreditsCommand.Create(),
    ReconcileCommand.Create(),
    RotateSecretCommand.Create(),
    LoginCommand.Create(),
    CatalogCommand.Create(),
    TracesCommand.Create(),
    GenerationsCommand.Create(),
    SeedCommand.Create(),
    DoctorCommand.Create(),
    BenchCommand.Create(),
};

// Longer than the server's own patience with requests that are still being answered.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
