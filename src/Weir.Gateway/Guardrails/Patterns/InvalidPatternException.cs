namespace Weir.Gateway.Guardrails.Patterns;

/// <summary>A regular expression that cannot be a content filter; its message says why, for people.</summary>
public sealed class InvalidPatternException(string message) : Exception(message);
