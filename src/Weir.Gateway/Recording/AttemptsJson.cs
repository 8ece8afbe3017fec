using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Recording;

/// <summary>Writes attempts as the <c>provider_responses</c> of a generation.</summary>
/// <remarks>
/// <c>is_hedge</c> and <c>is_cancelled</c> are ours: one that was asked besides another, and one that we gave up because the other was first, or the caller left.
/// <code>[{"provider_name":"Acme","model_permaslug":"acme/small","endpoint_id":"acme","is_byok":false,"latency":12.5,"status":503}]</code>
/// </remarks>
public static class AttemptsJson
{
    /// <param name="attempts">In order.</param>
    /// <param name="upstreamId">The provider's id of the answer of the last attempt; null when there is none.</param>
    public static string Write(ImmutableArray<Attempt> attempts, string? upstreamId)
    {
        using var scratch = JsonScratch.Rent();
        var writer = scratch.Writer;
        writer.WriteStartArray();
        foreach (var attempt in attempts)
        {
            writer.WriteStartObject();
            writer.WriteString("provider_name"u8, attempt.ProviderName);
            writer.WriteString("model_permaslug"u8, attempt.Model);
            writer.WriteString("endpoint_id"u8, attempt.ProviderSlug);
            writer.WriteBoolean("is_byok"u8, attempt.IsByok);
            writer.WriteNumber("latency"u8, Math.Round(attempt.Latency.TotalMilliseconds, 3));
            WriteStatus(writer, attempt.Status);
            if (attempt.IsHedge)
            {
                writer.WriteBoolean("is_hedge"u8, true);
            }

            if (attempt.Failure is { IsCancelled: true })
            {
                writer.WriteBoolean("is_cancelled"u8, true);
            }

            if ((attempt.Failure is null ? upstreamId : attempt.UpstreamId) is { } id)
            {
                writer.WriteString("id"u8, id);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        return Encoding.UTF8.GetString(scratch.Written);
    }

    private static void WriteStatus(Utf8JsonWriter writer, int? status)
    {
        if (status is { } known)
        {
            writer.WriteNumber("status"u8, known);
            return;
        }

        writer.WriteNull("status"u8);
    }
}
