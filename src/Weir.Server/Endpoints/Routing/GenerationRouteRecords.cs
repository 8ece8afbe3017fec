using System.Globalization;
using System.Text.Json;
using Weir.Ledger.Records;
using Weir.Protocol;
using Weir.Protocol.Primitives;
using Weir.Protocol.Routing;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Routing;

/// <summary>Puts together why a generation went where it went: its row in the ledger knows what was asked, its spans when and why.</summary>
internal static class GenerationRouteRecords
{
    // As the gateway writes them.
    private const string PlanAttribute = "weir.route.plan";
    private const double NanosPerMillisecond = 1_000_000;

    /// <param name="row">The generation.</param>
    /// <param name="span">Its span; null when it is not kept.</param>
    /// <param name="attempts">The spans of its attempts, as far as they are kept.</param>
    public static GenerationRouteRecord Of(GenerationRow row, SpanRow? span, IReadOnlyList<SpanOutline> attempts)
    {
        using var responses = JsonDocument.Parse(row.AttemptsJson);
        var last = responses.RootElement.GetArrayLength();
        var byPosition = attempts.ToLookup(PositionOf);
        return new GenerationRouteRecord
        {
            Id = row.Id.Value,
            TraceId = row.TraceId,
            SpanId = row.SpanId,
            CreatedAt = WireTime.Format(row.CreatedAt),
            RequestedModel = row.RequestedModel,
            Model = row.Model,
            ProviderName = row.ProviderName,
            Status = row.Status,
            ErrorType = row.ErrorType,
            ErrorMessage = row.ErrorMessage,
            DurationMs = Math.Round(row.DurationMs, 3),
            LatencyMs = row.LatencyMs is { } latency ? Math.Round(latency, 3) : null,
            Cost = row.Charge,
            Plan = span is null ? null : PlanOf(span.Attributes),
            Attempts = [.. responses.RootElement.EnumerateArray().Select((attempt, index) => AttemptOf(attempt, index + 1, byPosition[index + 1].FirstOrDefault(), row, isLast: index + 1 == last))],
        };
    }

    private static RoutePlanRecord? PlanOf(ReadOnlyMemory<byte> attributes)
    {
        if (attributes.IsEmpty)
        {
            return null;
        }

        using var document = JsonDocument.Parse(attributes);
        try
        {
            return document.RootElement.TryGetProperty(PlanAttribute, out var plan) && plan.ValueKind == JsonValueKind.String
                ? JsonSerializer.Deserialize(plan.GetString()!, WireJson.Default.RoutePlanRecord)
                : null;
        }
        catch (JsonException)
        {
            // Anybody may send a span that carries the name; what is no plan is shown as none.
            return null;
        }
    }

    // "attempt 2 Acme" is the second one.
    private static int PositionOf(SpanOutline span)
    {
        var words = span.Name.Split(' ', 3);
        return words.Length > 1 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var position) ? position : 0;
    }

    private static RouteAttemptRecord AttemptOf(JsonElement attempt, int position, SpanOutline? span, GenerationRow row, bool isLast)
    {
        var status = attempt.TryGetProperty("status"u8, out var code) && code.ValueKind == JsonValueKind.Number ? code.GetInt32() : (int?)null;
        var latency = attempt.TryGetProperty("latency"u8, out var took) && took.ValueKind == JsonValueKind.Number ? took.GetDouble() : (double?)null;
        var cameNanos = (row.CreatedAt.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * TimeSpan.NanosecondsPerTick;
        return new RouteAttemptRecord
        {
            Position = position,
            ProviderName = Text(attempt, "provider_name"u8),
            Model = Text(attempt, "model_permaslug"u8),
            Outcome = OutcomeOf(attempt, status, latency, isLast && row.ErrorType is null),
            Status = status,
            Message = span is { StatusMessage.Length: > 0 } ? span.StatusMessage : null,
            StartMs = span is null ? null : Math.Round((span.StartUnixNanos - cameNanos) / NanosPerMillisecond, 3),
            DurationMs = span is null ? null : Math.Round((span.EndUnixNanos - span.StartUnixNanos) / NanosPerMillisecond, 3),
            LatencyMs = latency,
            IsHedge = Flag(attempt, "is_hedge"u8),
            IsByok = Flag(attempt, "is_byok"u8),
            SpanId = span?.SpanId.ToString(),
        };
    }

    // One that was never made took no time and has no status.
    private static string OutcomeOf(JsonElement attempt, int? status, double? latency, bool answered) =>
        Flag(attempt, "is_cancelled"u8) ? "cancelled"
        : answered ? "answered"
        : status is null && latency is null or 0 ? "passed_over"
        : "failed";

    private static bool Flag(JsonElement attempt, ReadOnlySpan<byte> name) => attempt.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement attempt, ReadOnlySpan<byte> name) =>
        attempt.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
