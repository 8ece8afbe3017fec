using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Providers;

namespace Weir.Server.Configuration;

/// <summary>Reads the <c>providers</c> of the configuration.</summary>
internal static class ProviderSection
{
    public static ImmutableArray<ProviderConfiguration> Read(ConfigNode? section)
    {
        if (section is null)
        {
            return [];
        }

        var providers = ImmutableArray.CreateBuilder<ProviderConfiguration>();
        foreach (var slug in section.Names)
        {
            if (section.Object(slug) is { } node)
            {
                providers.Add(ReadOne(slug, node));
            }
        }

        return providers.ToImmutable();
    }

    private static ProviderConfiguration ReadOne(string slug, ConfigNode node)
    {
        var provider = new ProviderConfiguration
        {
            Slug = slug,
            Name = node.Text("name", "Acme") ?? slug,
            Dialect = ReadDialect(node),
            BaseUrl = ReadBaseUrl(node),
            ApiKeyEnv = node.Text("api_key_env", "ACME_API_KEY"),
            ApiKey = node.Text("api_key", "the key itself"),
            Headers = ReadHeaders(node.Object("headers")),
            SupportsCancellation = node.Flag("supports_cancellation", fallback: true),
            DataPolicy = ReadDataPolicy(node.Object("data_policy")),
            Profile = ReadProfile(node),
            Timeouts = ReadTimeouts(node.Object("timeouts")),
        };
        if (provider is { ApiKeyEnv: not null, ApiKey: not null })
        {
            node.Report("api_key", "and \"api_key_env\" are both given; keep one of the two");
        }

        node.Finish();
        return provider;
    }

    private static string ReadDialect(ConfigNode node)
    {
        var dialect = node.RequiredText("dialect", "openai");
        if (dialect.Length > 0 && ProviderRegistry.Find(dialect) is null)
        {
            node.Report("dialect", $"is \"{dialect}\"; it can be {string.Join(", ", ProviderRegistry.Names)}");
        }

        return dialect;
    }

    private static Uri ReadBaseUrl(ConfigNode node)
    {
        const string Example = "http://127.0.0.1:9001/v1";
        var text = node.RequiredText("base_url", Example);
        if (text.Length > 0 && Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        if (text.Length > 0)
        {
            node.Report("base_url", $"is \"{text}\"; it must be an http or https address, for example \"{Example}\"");
        }

        return new Uri(Example);
    }

    private static ImmutableArray<KeyValuePair<string, string>> ReadHeaders(ConfigNode? headers)
    {
        if (headers is null)
        {
            return [];
        }

        var read = headers.Names.ToImmutableArray().Select(name => KeyValuePair.Create(name, headers.Text(name, "value") ?? "")).ToImmutableArray();
        headers.Finish();
        return read;
    }

    private static DataPolicy ReadDataPolicy(ConfigNode? node)
    {
        if (node is null)
        {
            return new DataPolicy();
        }

        var policy = new DataPolicy
        {
            Training = node.Flag("training", fallback: false),
            Publishes = node.Flag("publishes", fallback: false),
            RetainsPrompts = node.Flag("retains_prompts", fallback: false),
            RetentionDays = node.Number("retention_days", 0, 30) ?? 0,
            Zdr = node.Flag("zdr", fallback: false),
        };
        node.Finish();
        return policy;
    }

    private static ProviderProfile ReadProfile(ConfigNode node)
    {
        var headquarters = node.Text("headquarters", "US");
        var datacenters = node.Texts("datacenters", "US") ?? [];
        foreach (var (name, country) in datacenters.Select(country => ("datacenters", country)).Append(("headquarters", headquarters ?? "US")))
        {
            if (country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            {
                node.Report(name, $"names \"{country}\"; a country is two capital letters of ISO 3166, for example \"US\"");
            }
        }

        return new ProviderProfile
        {
            PrivacyPolicyUrl = node.Url("privacy_policy_url", "https://acme.example/privacy"),
            TermsOfServiceUrl = node.Url("terms_of_service_url", "https://acme.example/terms"),
            StatusPageUrl = node.Url("status_page_url", "https://status.acme.example"),
            Headquarters = headquarters,
            Datacenters = datacenters,
        };
    }

    private static ProviderTimeouts ReadTimeouts(ConfigNode? node)
    {
        var defaults = new ProviderTimeouts();
        if (node is null)
        {
            return defaults;
        }

        var timeouts = new ProviderTimeouts
        {
            Connect = Milliseconds("connect_ms", defaults.Connect),
            FirstToken = Milliseconds("first_token_ms", defaults.FirstToken),
            Idle = Milliseconds("idle_ms", defaults.Idle),
            Total = Milliseconds("total_ms", defaults.Total),
        };
        node.Finish();
        return timeouts;

        TimeSpan Milliseconds(string name, TimeSpan fallback) =>
            node.Number(name, 1, (int)fallback.TotalMilliseconds) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : fallback;
    }
}
