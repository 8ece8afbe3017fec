using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>What a body turned out to be: spans, or a reason to refuse it.</summary>
internal readonly record struct OtlpReceived(IngestResult? Result, OtlpRefusal? Refusal);
