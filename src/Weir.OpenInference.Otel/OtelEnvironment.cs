using System.Collections.Immutable;

namespace Weir.OpenInference.Otel;

/// <summary>Reads environment variables when it is asked, so that a program may set them before it registers.</summary>
internal sealed class OtelEnvironment(Func<string, string?> read)
{
    public static readonly OtelEnvironment Process = new(Environment.GetEnvironmentVariable);

    /// <summary>Variables that name an endpoint of any vendor, the more specific first.</summary>
    public static readonly string[] OtlpEndpoints = ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    /// <summary>The first variable that is set to something; null if none is.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(read(name)))
            {
                return read(name)!.Trim();
            }
        }

        return null;
    }

    /// <summary>Headers as <c>name=value,name=value</c>, values percent-encoded.</summary>
    public ImmutableDictionary<string, string> Headers(params ReadOnlySpan<string> names)
    {
        var headers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (First(names) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                headers[pair[..equals].Trim()] = Uri.UnescapeDataString(pair[(equals + 1)..].Trim());
            }
        }

        return headers.ToImmutable();
    }
}
