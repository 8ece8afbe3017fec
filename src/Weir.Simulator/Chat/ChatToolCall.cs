namespace Weir.Simulator.Chat;

/// <summary>A tool call of an earlier assistant message.</summary>
internal sealed record ChatToolCall(string Id, string Name, string Arguments);
