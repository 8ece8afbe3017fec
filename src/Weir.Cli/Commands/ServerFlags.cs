using System.CommandLine;
using Weir.Server.Composition;

namespace Weir.Cli.Commands;

/// <summary>The flags that say how a server is started; a flag wins over its variable, a variable over the default.</summary>
internal sealed class ServerFlags
{
    private const string DefaultConfigFile = "weir.json";

    private readonly Option<string> _urls = new("--urls") { Description = "Addresses to bind, separated by semicolons.", DefaultValueFactory = _ => From("WEIR_URLS", "http://127.0.0.1:8400") };
    private readonly Option<string?> _otlpGrpc = new("--otlp-grpc") { Description = "Address for OTLP over gRPC, or 'none'. Default: http://127.0.0.1:4317 when it is free." };
    private readonly Option<string> _otlpHttp = new("--otlp-http") { Description = "A further address for OTLP over HTTP; it is on --urls anyway.", DefaultValueFactory = _ => "none" };
    private readonly Option<string> _data = new("--data") { Description = "The data folder.", DefaultValueFactory = _ => From("WEIR_DATA", "./weir-data") };
    private readonly Option<string?> _config = new("--config") { Description = "The configuration file. Default: ./weir.json when it is there.", DefaultValueFactory = _ => From("WEIR_CONFIG", null) };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_urls, _otlpGrpc, _otlpHttp, _data, _config])
        {
            command.Options.Add(option);
        }
    }

    public WeirServerOptions Read(ParseResult parsed) => new()
    {
        Urls = parsed.GetValue(_urls)!,
        OtlpGrpc = parsed.GetValue(_otlpGrpc) switch
        {
            null => OtlpGrpcListener.Default,
            "none" => OtlpGrpcListener.None,
            var address => new OtlpGrpcListener(address, IsRequired: true),
        },
        OtlpHttpUrls = parsed.GetValue(_otlpHttp) is { } url && url != "none" ? url : null,
        DataFolder = parsed.GetValue(_data)!,
        ConfigFile = parsed.GetValue(_config) ?? DefaultConfigFile,
        IsConfigFileRequired = parsed.GetValue(_config) is not null,
        Announce = Console.Out.WriteLine,
        Warn = warning => Console.Error.WriteLine($"warning: {warning}"),
    };

    private static string From(string variable, string? fallback) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : fallback!;
}
