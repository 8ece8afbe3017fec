namespace Weir.Gateway.Dispatch;

/// <summary>Which candidates are worth trying after a failure.</summary>
public enum FallbackScope
{
    /// <summary>The next endpoint, whichever model it answers.</summary>
    NextEndpoint,

    /// <summary>The request itself does not fit this model: only another model can take it.</summary>
    NextModel,

    /// <summary>Nothing: the caller is gone.</summary>
    None,
}
