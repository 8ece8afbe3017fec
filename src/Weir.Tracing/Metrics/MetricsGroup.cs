namespace Weir.Tracing.Metrics;

/// <summary>What numbers about calls are told apart by.</summary>
public enum MetricsGroup
{
    /// <summary>Everything in one.</summary>
    None,
    Model,
    Provider,
    User,
    Session,

    /// <summary>The key that the gateway was called with.</summary>
    Key,

    /// <summary>The application that called the gateway, as it called itself.</summary>
    App,
    Project,
}
