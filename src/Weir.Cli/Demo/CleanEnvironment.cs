namespace Weir.Cli.Demo;

/// <summary>Takes out of this process every variable that could make the demo spend money or leave the machine.</summary>
internal static class CleanEnvironment
{
    private static readonly string[] Prefixes = ["OTEL_", "ARIZE_", "PHOENIX_", "WEIR_", "OPENINFERENCE_", "OPENAI_"];
    private static readonly string[] Suffixes = ["_API_KEY", "_PROXY"];

    public static void Apply()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().ToArray())
        {
            if (Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                || Array.Exists(Suffixes, suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
