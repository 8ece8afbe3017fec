using System.Text.Json;

namespace Weir.Protocol.Traces;

/// <summary>What people read of a span, taken from its attributes into one form.</summary>
public sealed record SpanContent
{
    /// <summary><c>input.value</c>; null when there is none.</summary>
    public required TextValue? Input { get; init; }

    /// <summary><c>output.value</c>; null when there is none.</summary>
    public required TextValue? Output { get; init; }

    /// <summary>The conversation that went in, in order; empty for spans that are no chat.</summary>
    public required IReadOnlyList<MessageRecord> InputMessages { get; init; }

    /// <summary>The answers, in order; more than one when several choices were asked for.</summary>
    public required IReadOnlyList<MessageRecord> OutputMessages { get; init; }

    /// <summary>Tools that the model could call.</summary>
    public required IReadOnlyList<ToolRecord> Tools { get; init; }

    /// <summary>Temperature and the like; null when there are none.</summary>
    public required JsonElement? Parameters { get; init; }

    /// <summary>Documents that were retrieved, ranked or embedded.</summary>
    public required IReadOnlyList<DocumentRecord> Documents { get; init; }
}
