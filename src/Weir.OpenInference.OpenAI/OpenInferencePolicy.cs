using System.ClientModel.Primitives;
using System.Diagnostics;

namespace Weir.OpenInference.OpenAI;

/// <summary>The pipeline step that puts a span around each call of a model.</summary>
/// <remarks>What calls no model (files, batches, lists) passes through untouched.</remarks>
internal sealed class OpenInferencePolicy(OpenInferenceOptions options) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        if (OperationOf(message) is not { } operation)
        {
            ProcessNext(message, pipeline, currentIndex);
            return;
        }

        var caller = Activity.Current;
        var call = RecordedCall.Start(message, operation, options);
        try
        {
            ProcessNext(message, pipeline, currentIndex);
        }
        catch (Exception e) // the edge between the call and its record: noted, never swallowed
        {
            call?.Fail(e);
            throw;
        }
        finally
        {
            // The span is current while the call is made, not while its caller reads a stream.
            Activity.Current = caller;
        }

        if (call is not null && RecordedCall.NeedsErrorBody(message))
        {
            TryBuffer(message);
        }

        call?.Observe(message);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        OperationOf(message) is { } operation ? RecordAsync(message, operation, pipeline, currentIndex) : ProcessNextAsync(message, pipeline, currentIndex);

    // An async method of its own: what it makes current ends with it, without being put back by hand.
    private async ValueTask RecordAsync(PipelineMessage message, Operation operation, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        var call = RecordedCall.Start(message, operation, options);
        try
        {
            await ProcessNextAsync(message, pipeline, currentIndex).ConfigureAwait(false);
        }
        catch (Exception e) // the edge between the call and its record: noted, never swallowed
        {
            call?.Fail(e);
            throw;
        }

        if (call is not null && RecordedCall.NeedsErrorBody(message))
        {
            await TryBufferAsync(message).ConfigureAwait(false);
        }

        call?.Observe(message);
    }

    private static Operation? OperationOf(PipelineMessage message) =>
        OpenAIInstrumentor.Source.HasListeners() && !OpenInferenceContext.IsTracingSuppressed && !message.TryGetProperty(typeof(OpenInferencePolicy), out _)
            ? Operation.Of(message.Request)
            : null;

    // The client reads the error body anyway to make its exception; buffered here, both can.
    private static void TryBuffer(PipelineMessage message)
    {
        try
        {
            message.Response?.BufferContent(message.CancellationToken);
        }
        catch (Exception e) // the client will meet the same failure and report it to its caller
        {
            InstrumentationEventSource.Log.RecordingFailed("reading the error body", e.ToString());
        }
    }

    private static async ValueTask TryBufferAsync(PipelineMessage message)
    {
        try
        {
            if (message.Response is { } response)
            {
                await response.BufferContentAsync(message.CancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) // the client will meet the same failure and report it to its caller
        {
            InstrumentationEventSource.Log.RecordingFailed("reading the error body", e.ToString());
        }
    }
}
