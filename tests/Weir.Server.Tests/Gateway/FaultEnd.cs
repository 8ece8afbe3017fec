namespace Weir.Server.Tests.Gateway;

/// <summary>How a request ends although an endpoint broke: the whole answer, or the one error that is right.</summary>
internal sealed record FaultEnd
{
    /// <summary>Calls that the healthy endpoint gets; null: it may be asked or not.</summary>
    public int? HealthyCalls { get; init; }

    /// <summary>Calls that both get; null: not looked at.</summary>
    public int? AllCalls { get; init; }

    /// <summary>Whom the record names; null: not looked at.</summary>
    public string? AnsweredBy { get; init; } = "Healthy";

    /// <summary>Status of the error; null: the answer is whole.</summary>
    public int? Error { get; init; }

    /// <summary>Whether the error comes in the stream.</summary>
    public bool IsInBand { get; init; }

    /// <summary>Endpoints that gave a part of the answer.</summary>
    public int Parts { get; init; }

    /// <summary>What it costs; null: more than nothing.</summary>
    public string? Cost { get; init; }

    /// <summary>Whether the healthy endpoint is said to take the beginning of an answer, and refuses it.</summary>
    public bool RefusesPrefill { get; init; }

    /// <summary>Whether the first endpoint answers again after a while.</summary>
    public bool Recovers { get; init; }
}
