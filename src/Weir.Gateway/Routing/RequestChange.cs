namespace Weir.Gateway.Routing;

/// <summary>A member that a request is sent with, whatever it said itself.</summary>
/// <param name="Name">Of the internal form.</param>
/// <param name="Value">UTF-8 JSON; empty: the member is left out.</param>
public sealed record RequestChange(string Name, ReadOnlyMemory<byte> Value);
