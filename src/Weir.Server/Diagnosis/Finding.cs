namespace Weir.Server.Diagnosis;

/// <summary>One line of a diagnosis.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Text">What is so, and the fix when it is wrong.</param>
public sealed record Finding(FindingSeverity Severity, string Text);
