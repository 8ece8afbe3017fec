namespace Weir.Ledger.Notifications;

/// <summary>The way of one notice through one channel.</summary>
public sealed record DeliveryRow
{
    public required NoticeRow Notice { get; init; }

    /// <summary><c>webhook</c> or <c>mail</c>.</summary>
    public required string Channel { get; init; }

    public required DeliveryState State { get; init; }
    public required int Attempts { get; init; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? Problem { get; init; }
}
