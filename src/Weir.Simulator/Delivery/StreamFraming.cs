namespace Weir.Simulator.Delivery;

/// <summary>How the events of a stream are put on the wire.</summary>
internal enum StreamFraming
{
    ServerSentEvents,

    /// <summary>One JSON array that grows, as Gemini sends it unless asked for server-sent events.</summary>
    JsonArray,
}
