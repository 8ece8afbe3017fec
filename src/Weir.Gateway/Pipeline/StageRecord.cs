namespace Weir.Gateway.Pipeline;

/// <summary>What one stage of one request did: the source of metrics, of trace details and of router metadata.</summary>
public readonly record struct StageRecord(string Name, TimeSpan Duration);
