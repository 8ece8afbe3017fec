using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>How a dialect words a stream. Events are written as they are asked for: one is valid until the next is.</summary>
/// <typeparam name="TStep">What one content event carries.</typeparam>
internal interface IStreamWriter<in TStep>
{
    /// <summary>How the events are put on the wire.</summary>
    StreamFraming Framing { get; }

    /// <summary>Events before the first content.</summary>
    IEnumerable<StreamEvent> Opening();

    /// <summary>The events of one step; the last of them is the one that a fault breaks.</summary>
    IEnumerable<StreamEvent> Step(TStep step);

    /// <summary>What comes after the last content: finish reasons and usage.</summary>
    IEnumerable<StreamEvent> Closing(bool withUsage);

    StreamEvent Error(ApiError error);

    /// <summary>The mark that the stream is whole; null in a dialect without one.</summary>
    StreamEvent? End();
}
