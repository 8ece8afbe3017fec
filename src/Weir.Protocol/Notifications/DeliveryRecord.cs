namespace Weir.Protocol.Notifications;

/// <summary>The way of one notice through one channel.</summary>
public sealed record DeliveryRecord
{
    /// <summary>What is told; the same in the records of all channels.</summary>
    public required NoticeRecord Notice { get; init; }

    /// <summary><c>webhook</c> or <c>mail</c>.</summary>
    public required string Channel { get; init; }

    /// <summary><c>waiting</c>, <c>delivered</c> or <c>given_up</c>.</summary>
    public required string State { get; init; }

    /// <summary>Tries so far, 8 at most.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why the last try failed.</summary>
    public required string? Problem { get; init; }
}
