using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Providers.OpenAiCompatible;
using Weir.Providers.Translation;

namespace Weir.Providers.AzureOpenAi;

/// <summary>OpenAI's models at Azure: OpenAI's dialect at other addresses, with another credential and a filter that says what it found.</summary>
public sealed class AzureOpenAiProvider : IProvider
{
    // Every JSON Web Token begins so: {"
    private const string TokenStart = "eyJ";

    /// <inheritdoc/>
    public string Dialect => "azure-openai";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters { get; } = QuirkTable.Azure.Parameters;

    /// <inheritdoc/>
    /// <remarks>A key goes into <c>api-key</c>, a token of Microsoft Entra ID into <c>Authorization</c>.</remarks>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var provider = call.Endpoint.Provider;
        return new UpstreamRequest
        {
            Path = AzureAddress.Of(provider.BaseUrl, call.Endpoint.UpstreamModel),
            Headers = HeadersOf(provider, call.Request.Stream ? "text/event-stream" : "application/json"),
            Body = ChatRequestTranslator.Translate(call, QuirkTable.Azure),
        };
    }

    /// <inheritdoc/>
    public UpstreamRequest Probe(ProviderEntry provider) => ModelsProbe.Of(AzureAddress.OfModels(provider.BaseUrl), HeadersOf(provider, ModelsProbe.Accept));

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        ChatAnswerReader.ReadAsync(body, streamed, QuirkTable.Azure.Answer, cancellationToken);

    /// <inheritdoc/>
    public ProviderEntry Accept(ProviderEntry provider, string model, string credential) => AzureCredential.Accept(provider, model, credential);

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => AzureErrors.Read(body);

    private static ImmutableArray<KeyValuePair<string, string>> HeadersOf(ProviderEntry provider, string accept)
    {
        var headers = provider.Headers.ToBuilder();
        if (provider.ApiKey is { } key)
        {
            headers.Add(key.StartsWith(TokenStart, StringComparison.Ordinal) ? new("Authorization", $"Bearer {key}") : new("api-key", key));
        }

        headers.Add(new("Accept", accept));
        return headers.ToImmutable();
    }
}
