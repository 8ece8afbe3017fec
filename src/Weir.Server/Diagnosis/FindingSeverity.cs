namespace Weir.Server.Diagnosis;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    Good,
    Warning,
    Wrong,
}
