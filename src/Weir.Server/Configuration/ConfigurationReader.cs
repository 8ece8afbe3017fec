using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Routing;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;

namespace Weir.Server.Configuration;

/// <summary>Reads <c>weir.json</c> and reports all its errors at once, each with its path and a value that would work.</summary>
public static class ConfigurationReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public static WeirConfiguration ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"{path}: cannot be read: {failure.Message}"]);
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public static WeirConfiguration Read(ReadOnlyMemory<byte> json)
    {
        using var document = ConfigurationText.Parse(json);
        var errors = new List<string>();
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new ConfigurationException(["weir.json must be an object, for example { \"providers\": { … }, \"models\": { … } }"]);
        }

        var root = new ConfigNode(document.RootElement, "", errors);

        // For editors; it says nothing to a server.
        _ = root.Text("$schema", "http://127.0.0.1:8400/weir.schema.json");
        var providers = ProviderSection.Read(root.Object("providers"));
        var models = ModelSection.Read(root.Object("models"), providers);
        var (defaultModel, routing) = ReadDefaults(root.Object("defaults"), models);
        var configuration = new WeirConfiguration
        {
            Providers = providers,
            Models = models,
            Imports = CatalogSection.Read(root.Object("catalog"), providers),
            DefaultModel = defaultModel,
            Routing = routing,
            ConsoleHosts = ReadHosts(root.Object("console"), "hosts", "weir.example.com"),
            PrivateMediaHosts = ReadHosts(root.Object("media"), "allow_private_hosts", "127.0.0.1"),
            ByokFeeShare = ReadFee(root.Object("byok")),
            Limits = LimitsSection.Read(root.Object("limits")),
            Durability = root.Choice("durability", "disk", "disk", "os") == "os" ? Durability.Os : Durability.Disk,
            Mode = ReadMode(root),
            ServesUnrecorded = ReadLedger(root.Object("ledger")),
        };
        configuration = PeopleSections.Read(root, configuration);
        configuration = AttemptSection.Read(root.Object("routing"), configuration);
        configuration = ReadCache(root.Object("cache"), configuration);
        configuration = RecordsSection.Read(root.Object("records"), configuration);
        configuration = ReadTraces(root.Object("traces"), configuration);
        root.Finish();
        return errors.Count == 0 ? configuration : throw new ConfigurationException(errors);
    }

    private static (string? Model, RoutingDefaults Routing) ReadDefaults(ConfigNode? defaults, ImmutableArray<ModelConfiguration> models)
    {
        if (defaults is null)
        {
            return (null, RoutingDefaults.None);
        }

        var model = defaults.Text("model", "acme/small");
        if (model is not null && !models.Any(known => string.Equals(known.Slug, model, StringComparison.OrdinalIgnoreCase)))
        {
            defaults.Report("model", $"names \"{model}\", which is not under \"models\"{(models.IsEmpty ? "" : $"; for example \"{models[0].Slug}\"")}");
        }

        var routing = RoutingSection.Read(defaults.Object("provider"));
        defaults.Finish();
        return (model, routing);
    }

    private static decimal ReadFee(ConfigNode? byok)
    {
        var percent = byok?.Real("fee_percent", least: 0, most: 100, example: 5) ?? 0;
        byok?.Finish();
        return (decimal)percent / 100;
    }

    private static WeirConfiguration ReadCache(ConfigNode? cache, WeirConfiguration configuration)
    {
        if (cache?.Number("max_mb", least: 0, example: 256) is { } megabytes)
        {
            configuration = configuration with { CacheBytes = (long)megabytes << 20 };
        }

        cache?.Finish();
        return configuration;
    }

    private static WeirConfiguration ReadTraces(ConfigNode? traces, WeirConfiguration configuration)
    {
        if (traces is null)
        {
            return configuration;
        }

        var read = configuration with
        {
            AnonymousTraces = traces.Flag("anonymous", fallback: false),
            TraceBodies = traces.Flag("bodies", fallback: true),
            TraceStore = ReadTraceStore(traces),
        };
        traces.Finish();
        return read;
    }

    private static TraceStoreOptions ReadTraceStore(ConfigNode traces) => new()
    {
        IndexesTexts = traces.Flag("text_index", fallback: true),
        KeptFor = traces.Number("retention_days", least: 1, example: 30) is { } days ? TimeSpan.FromDays(days) : null,
        MostBytes = traces.Real("max_gb", least: 0.1, most: 1_000_000, example: 50) is { } gigabytes ? (long)(gigabytes * (1L << 30)) : null,
    };

    private static ImmutableArray<string> ReadHosts(ConfigNode? section, string name, string example)
    {
        if (section is null)
        {
            return [];
        }

        var hosts = section.Texts(name, example) ?? [];
        foreach (var host in hosts.Where(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
        {
            section.Report(name, $"names \"{host}\", which is not a host name; without scheme, port and path, for example \"{example}\"");
        }

        section.Finish();
        return hosts;
    }

    private static bool ReadLedger(ConfigNode? ledger)
    {
        var serves = ledger?.Choice("on_failure", "refuse", "refuse", "serve") == "serve";
        ledger?.Finish();
        return serves;
    }

    private static ServerMode ReadMode(ConfigNode root) => root.Choice("mode", "full", "full", "governed", "bare") switch
    {
        "governed" => ServerMode.Governed,
        "bare" => ServerMode.Bare,
        _ => ServerMode.Full,
    };
}
