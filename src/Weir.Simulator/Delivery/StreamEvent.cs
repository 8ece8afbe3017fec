namespace Weir.Simulator.Delivery;

/// <summary>One event of a stream.</summary>
/// <param name="Name">Goes in the <c>event</c> line; null in a dialect whose events have no names.</param>
internal readonly record struct StreamEvent(string? Name, ReadOnlyMemory<byte> Data);
