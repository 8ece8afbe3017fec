namespace Weir.Ledger.Notifications;

/// <summary>Persistence of notices and of their deliveries.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface INotificationStore
{
    /// <summary>Adds a notice with a delivery for each channel, both or neither. One that is there already is not told again.</summary>
    /// <returns>Whether it is new.</returns>
    ValueTask<bool> AddAsync(NoticeRow notice, IReadOnlyCollection<string> channels, CancellationToken cancellationToken);

    /// <summary>Forgets that the balance was low, so that the next time is told again.</summary>
    ValueTask ForgetLowBalanceAsync(CancellationToken cancellationToken);

    /// <summary>Deliveries that are to be tried now, those first that are due the longest.</summary>
    ValueTask<IReadOnlyList<DeliveryRow>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    ValueTask SaveDeliveryAsync(DeliveryRow delivery, CancellationToken cancellationToken);

    /// <summary>The newest deliveries, at most <paramref name="limit"/>, newest first.</summary>
    ValueTask<IReadOnlyList<DeliveryRow>> ReadLatestAsync(int limit, CancellationToken cancellationToken);
}
