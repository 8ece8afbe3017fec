using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;
using Weir.Gateway.Routing;
using Weir.Ledger.Guardrails;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Metadata;

/// <summary>Writes how a request was routed.</summary>
/// <remarks>
/// Source: router metadata of the API. <c>weir</c> is ours: the stages passed so far, with their milliseconds.
/// <code>
/// {"requested":"acme/small","strategy":"direct","region":null,"summary":"available=2, selected=Acme","attempt":1,"is_byok":false,
///  "endpoints":{"total":2,"available":[{"provider":"Acme","model":"acme/small","selected":true}]},
///  "attempts":[{"provider":"Acme","model":"acme/small","status":200}],"weir":{"stages":[{"name":"route","duration_ms":0.021}]}}
/// </code>
/// </remarks>
internal static class RouterMetadataWriter
{
    // What web servers log for a connection that was closed by who asked: here that is us.
    private const int ClosedByUs = 499;

    public static ReadOnlyMemory<byte> Write(Parsed parsed, RoutePlan? plan, ImmutableArray<Attempt> attempts, Candidate? selected)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions);
        ImmutableArray<Candidate> candidates = plan?.Candidates ?? [];
        writer.WriteStartObject();
        writer.WriteString("requested"u8, parsed.Request.Model ?? parsed.Request.Models.FirstOrDefault() ?? candidates.FirstOrDefault()?.Model.Slug ?? "");
        writer.WriteString("strategy"u8, plan?.Strategy ?? "direct");
        writer.WriteNull("region"u8);
        var chosen = selected?.Endpoint.Provider.Name ?? "none";
        writer.WriteString("summary"u8, string.Create(CultureInfo.InvariantCulture, $"available={candidates.Length}, selected={chosen}"));
        writer.WriteNumber("attempt"u8, attempts.Length);
        writer.WriteBoolean("is_byok"u8, selected?.IsByok ?? false);
        WriteEndpoints(writer, Math.Max(plan?.Considered ?? 0, candidates.Length), candidates, selected);
        WriteAttempts(writer, attempts);
        WritePipeline(writer, parsed.Pipeline);
        WriteStages(writer, parsed.Authenticated.Inbound.Stages);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteEndpoints(Utf8JsonWriter writer, int total, ImmutableArray<Candidate> candidates, Candidate? selected)
    {
        writer.WriteStartObject("endpoints"u8);
        writer.WriteNumber("total"u8, total);
        writer.WriteStartArray("available"u8);
        foreach (var candidate in candidates)
        {
            writer.WriteStartObject();
            writer.WriteString("provider"u8, candidate.Endpoint.Provider.Name);
            writer.WriteString("model"u8, candidate.Model.Slug);
            writer.WriteBoolean("selected"u8, candidate.IsSameAs(selected));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAttempts(Utf8JsonWriter writer, ImmutableArray<Attempt> attempts)
    {
        writer.WriteStartArray("attempts"u8);
        foreach (var attempt in attempts)
        {
            writer.WriteStartObject();
            writer.WriteString("provider"u8, attempt.ProviderName);
            writer.WriteString("model"u8, attempt.Model);
            writer.WriteNumber("status"u8, StatusOf(attempt));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePipeline(Utf8JsonWriter writer, ImmutableArray<PipelineNote> notes)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("pipeline"u8);
        foreach (var note in notes)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "guardrail"u8);
            writer.WriteString("name"u8, note.Name);
            writer.WriteString("guardrail_id"u8, note.GuardrailId);
            writer.WriteString("guardrail_scope"u8, note.Scope switch { GuardrailScope.Workspace => "workspace", GuardrailScope.Member => "member", _ => "api-key" });
            writer.WriteString("summary"u8, note.Summary);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // A provider that never answered, or failed behind a success status, has the status of what that means.
    private static int StatusOf(Attempt attempt) => attempt switch
    {
        { Failure: null } => attempt.Status ?? 200,
        { Failure.IsCancelled: true } => ClosedByUs,
        { Status: >= 400 and var status } => status,
        _ => GatewayErrorTable.Status(attempt.Failure.Code),
    };

    private static void WriteStages(Utf8JsonWriter writer, StageLogState stages)
    {
        writer.WriteStartObject("weir"u8);
        writer.WriteStartArray("stages"u8);
        foreach (var stage in stages.Records)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, stage.Name);
            writer.WriteNumber("duration_ms"u8, Math.Round(stage.Duration.TotalMilliseconds, 3));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
