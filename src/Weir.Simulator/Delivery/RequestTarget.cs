namespace Weir.Simulator.Delivery;

/// <summary>What the request log and the fault table need of a request, before anything else of it is looked at.</summary>
internal readonly record struct RequestTarget(string? Model, bool Streamed);
