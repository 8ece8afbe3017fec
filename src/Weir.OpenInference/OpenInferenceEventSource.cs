using System.Diagnostics.Tracing;

namespace Weir.OpenInference;

/// <summary>Where the packages say what went wrong inside them: the user's call must not notice.</summary>
/// <remarks>Listen with <c>dotnet-trace --providers Weir-OpenInference</c> or an <see cref="EventListener"/>.</remarks>
[EventSource(Name = "Weir-OpenInference")]
internal sealed class OpenInferenceEventSource : EventSource
{
    public static readonly OpenInferenceEventSource Log = new();

    [Event(1, Level = EventLevel.Warning, Message = "Environment variable {0} is ignored: '{1}' is not {2}.")]
    public void InvalidEnvironmentVariable(string name, string value, string expected) => WriteEvent(1, name, value, expected);

    [Event(2, Level = EventLevel.Warning, Message = "The blob uploader failed and the value is redacted: {0}")]
    public void UploaderFailed(string exception) => WriteEvent(2, exception);
}
