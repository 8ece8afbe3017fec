using System.Text;

namespace Weir.OpenInference.Otel;

/// <summary>Describes a registration to whoever reads the console, without its secrets.</summary>
internal static class OtelReport
{
    public static string Describe(OtlpTarget target, OtelOptions options)
    {
        var text = new StringBuilder()
            .Append("OpenInference tracing\n")
            .Append("|  project: ").Append(target.ProjectName).Append('\n')
            .Append("|  endpoint: ").Append(target.Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)).Append('\n')
            .Append("|  transport: ").Append(target.Protocol).Append('\n')
            .Append("|  processor: ").Append(options.Batch ? "batch" : "simple").Append('\n')
            .Append("|  headers:");
        foreach (var name in target.Headers.Keys.Order(StringComparer.Ordinal))
        {
            text.Append(' ').Append(name).Append("=****");
        }

        return text.ToString();
    }
}
