using System.Diagnostics;
using OpenTelemetry;

namespace Weir.OpenInference.Otel;

/// <summary>Puts the attributes of the scopes around it onto every span that starts, whoever starts it.</summary>
internal sealed class ContextAttributesProcessor : BaseProcessor<Activity>
{
    public override void OnStart(Activity data)
    {
        if (!ReferenceEquals(OpenInferenceContext.Current, ContextAttributes.Empty))
        {
            OpenInferenceContext.Current.WriteTo(new ActivitySink(data));
        }
    }
}
