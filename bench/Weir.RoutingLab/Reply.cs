namespace Weir.RoutingLab;

/// <summary>What comes of asking an endpoint.</summary>
/// <param name="After">Until the first token, or until the failure is known.</param>
/// <param name="Failure">Null: it answers.</param>
/// <param name="RetryAfter">What a refusal says about coming back.</param>
internal readonly record struct Reply(TimeSpan After, Failure? Failure, TimeSpan? RetryAfter);
