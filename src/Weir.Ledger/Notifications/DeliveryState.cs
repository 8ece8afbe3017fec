namespace Weir.Ledger.Notifications;

/// <summary>How far the delivery of a notice is.</summary>
public enum DeliveryState
{
    /// <summary>It is tried, or tried again later.</summary>
    Waiting,
    Delivered,

    /// <summary>It was tried often enough, or its channel is gone.</summary>
    GivenUp,
}
