namespace Weir.Protocol.Console;

/// <summary>The settings of a running server, and where they come from.</summary>
/// <param name="Data">In the order of the documentation.</param>
/// <param name="File">The file that they are read from, whether it is there or not; null: none is read.</param>
public sealed record SettingsResponse(IReadOnlyList<SettingRecord> Data, string? File);
