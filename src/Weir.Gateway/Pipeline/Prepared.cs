namespace Weir.Gateway.Pipeline;

/// <summary>A request that asks for nothing this version cannot do.</summary>
public sealed record Prepared(Parsed Parsed);
