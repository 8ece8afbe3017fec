namespace Weir.Gateway.Guardrails.Patterns;

/// <summary>What a quantifier would repeat.</summary>
/// <param name="States">How many states a matcher needs for it, about.</param>
/// <param name="IsUnbounded">Whether something in it is repeated without a bound.</param>
internal readonly record struct PatternPiece(long States, bool IsUnbounded);
