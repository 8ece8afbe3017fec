namespace Weir.RoutingLab;

/// <summary>How an endpoint fails.</summary>
internal enum Failure
{
    /// <summary>Nobody listens: known at once.</summary>
    Refused,

    /// <summary>Answers 500.</summary>
    Broken,

    /// <summary>Answers 503.</summary>
    Unavailable,

    /// <summary>Takes the request and says nothing until the attempt's time is up.</summary>
    Silent,

    /// <summary>Answers 429.</summary>
    Limited,
}
