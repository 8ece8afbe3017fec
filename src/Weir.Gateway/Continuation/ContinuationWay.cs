namespace Weir.Gateway.Continuation;

/// <summary>How an endpoint is made to go on with an answer that another one began.</summary>
public enum ContinuationWay
{
    /// <summary>It is handed the beginning as its own, which it goes on from.</summary>
    Prefill,

    /// <summary>It is shown the beginning and asked to go on.</summary>
    Instruction,

    /// <summary>It is asked what was asked first: nothing of the answer has come yet, only thoughts.</summary>
    Anew,
}
