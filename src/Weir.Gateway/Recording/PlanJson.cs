using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Recording;

/// <summary>Writes a plan as an attribute of the gateway's span, so that one can see later why a request went where it went.</summary>
/// <remarks>
/// <code>
/// {"strategy":"direct","router":null,"considered":3,"planned":2,"left_out_by":["max_price"],
///  "candidates":[{"provider_name":"Acme","tag":"acme","model":"acme/small","reason":"lowest price","prompt":"0.000001","completion":"0.000002","is_byok":false}]}
/// </code>
/// </remarks>
internal static class PlanJson
{
    /// <summary>Candidates that are kept: further ones are hardly ever asked.</summary>
    private const int Most = 32;

    /// <summary>Sets it where there is a plan.</summary>
    public static void Set(ExchangeRecord exchange, JsonAttributeSink sink)
    {
        if (exchange.Routed is { } routed)
        {
            sink.Set(WeirSpanAttributes.RoutePlan, Write(routed.Plan));
        }
    }

    public static string Write(RoutePlan plan)
    {
        using var scratch = JsonScratch.Rent();
        var writer = scratch.Writer;
        writer.WriteStartObject();
        writer.WriteString("strategy"u8, plan.Strategy);
        writer.WriteString("router"u8, plan.Router);
        writer.WriteNumber("considered"u8, Math.Max(plan.Considered, plan.Candidates.Length));
        writer.WriteNumber("planned"u8, plan.Candidates.Length);
        writer.WriteStartArray("left_out_by"u8);
        foreach (var field in plan.LeftOutBy)
        {
            writer.WriteStringValue(field);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("candidates"u8);
        foreach (var candidate in plan.Candidates.AsSpan()[..Math.Min(plan.Candidates.Length, Most)])
        {
            Write(writer, candidate);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        return Encoding.UTF8.GetString(scratch.Written);
    }

    private static void Write(Utf8JsonWriter writer, Candidate candidate)
    {
        writer.WriteStartObject();
        writer.WriteString("provider_name"u8, candidate.ProviderName);
        writer.WriteString("tag"u8, candidate.Endpoint.Tag);
        writer.WriteString("model"u8, candidate.ModelSlug);
        writer.WriteString("reason"u8, candidate.Reason);
        writer.WriteString("prompt"u8, Text(candidate.Endpoint.Price.Prompt));
        writer.WriteString("completion"u8, Text(candidate.Endpoint.Price.Completion));
        writer.WriteBoolean("is_byok"u8, candidate.IsByok);
        writer.WriteEndObject();
    }

    private static string Text(decimal price) => price.ToString("0.############################", CultureInfo.InvariantCulture);
}
