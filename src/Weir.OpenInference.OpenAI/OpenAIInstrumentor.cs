using System.ClientModel.Primitives;
using System.Diagnostics;

namespace Weir.OpenInference.OpenAI;

/// <summary>Records the calls of official OpenAI clients; the counterpart of Python's <c>OpenAIInstrumentor</c>.</summary>
/// <remarks>
/// Nothing is patched in .NET: a client is recorded when its options were instrumented before it was made. One instrumentor may
/// serve any number of clients. Instrumenting the same options twice records each call once.
/// </remarks>
public sealed class OpenAIInstrumentor
{
    /// <summary>Name of the activity source: what a tracer provider has to listen to.</summary>
    public const string ActivitySourceName = "Weir.OpenInference.OpenAI";

    internal static readonly ActivitySource Source = new(ActivitySourceName, typeof(OpenAIInstrumentor).Assembly.GetName().Version?.ToString(3));

    private readonly OpenInferencePolicy _policy;

    /// <summary>Prepares recording.</summary>
    /// <param name="options">How; null means the defaults.</param>
    public OpenAIInstrumentor(OpenInferenceOptions? options = null) => _policy = new OpenInferencePolicy(options ?? new OpenInferenceOptions());

    /// <summary>Adds recording to client options, before a client is made with them: <c>OpenAIClientOptions</c>, <c>ResponsesClientOptions</c>, Azure's.</summary>
    /// <returns>The same options.</returns>
    public TOptions Instrument<TOptions>(TOptions clientOptions)
        where TOptions : ClientPipelineOptions
    {
        ArgumentNullException.ThrowIfNull(clientOptions);

        // Per call, around the retries: one span for what the program did once.
        clientOptions.AddPolicy(_policy, PipelinePosition.PerCall);
        return clientOptions;
    }
}
