namespace Weir.Protocol.Console;

/// <summary>One setting of a running server, as it is in force.</summary>
public sealed record SettingRecord
{
    /// <summary>Its place in <c>weir.json</c>, such as <c>traces.retention_days</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What is in force, as people read it; never a secret.</summary>
    public required string Value { get; init; }

    /// <summary>Whether the file says so; false: it is the default.</summary>
    public required bool IsSet { get; init; }
}
