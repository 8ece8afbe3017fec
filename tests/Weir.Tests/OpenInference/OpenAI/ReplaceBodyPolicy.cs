using System.ClientModel;
using System.ClientModel.Primitives;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>Sends a body of the test's choice through the typed methods of a client.</summary>
public sealed class ReplaceBodyPolicy(string body) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Content = BinaryContent.Create(BinaryData.FromString(body));
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Content = BinaryContent.Create(BinaryData.FromString(body));
        return ProcessNextAsync(message, pipeline, currentIndex);
    }
}
