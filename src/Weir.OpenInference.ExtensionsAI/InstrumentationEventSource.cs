using System.Diagnostics.Tracing;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Where recording says what went wrong inside it: the user's call must not notice.</summary>
/// <remarks>Listen with <c>dotnet-trace --providers Weir-OpenInference-ExtensionsAI</c> or an <see cref="EventListener"/>.</remarks>
[EventSource(Name = "Weir-OpenInference-ExtensionsAI")]
internal sealed class InstrumentationEventSource : EventSource
{
    public static readonly InstrumentationEventSource Log = new();

    [Event(1, Level = EventLevel.Warning, Message = "{0} failed; the call goes on, its span is incomplete: {1}")]
    public void RecordingFailed(string step, string exception) => WriteEvent(1, step, exception);
}
