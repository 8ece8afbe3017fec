using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Media;

namespace Weir.Providers.Bedrock;

/// <summary>Amazon Bedrock's Converse API: <c>Converse</c> and <c>ConverseStream</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html.</remarks>
public sealed class BedrockProvider : IProvider
{
    private const string ContentType = "application/json";

    /// <inheritdoc/>
    public string Dialect => "bedrock";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => BedrockParameters.All;

    /// <inheritdoc/>
    public bool TakesPrefill(string upstreamModel) => BedrockModel.Of(upstreamModel).TakesPrefill;

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var provider = call.Endpoint.Provider;
        var path = BedrockAddress.Path(call.Endpoint.UpstreamModel, call.Request.Stream);
        var body = BedrockRequestTranslator.Translate(call);
        var headers = provider.Headers.ToBuilder();
        headers.Add(new("Accept", call.Request.Stream ? "application/vnd.amazon.eventstream" : ContentType));
        if (provider.ApiKey is { Length: > 0 } key)
        {
            var credential = AwsCredential.Parse(key);
            headers.AddRange(credential.ApiKey is { } token
                ? [new("Authorization", $"Bearer {token}")]
                : Sign(credential, provider.BaseUrl, path, body.Span, call.Now));
        }

        return new UpstreamRequest { Path = path, Headers = headers.ToImmutable(), Body = body };
    }

    /// <inheritdoc/>
    public bool NeedsContent(MediaKind kind, string url) => true;

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!streamed)
        {
            yield return new StreamEvent(StreamEventKind.Completion, BedrockAnswerReader.Read(await AnswerBody.ReadAsync(body, cancellationToken)));
            yield break;
        }

        await using var messages = new EventStreamReader(body);
        using var answer = new BedrockEventReader();
        while (!answer.IsOver && await messages.ReadAsync(cancellationToken))
        {
            if (answer.Read(messages.Message) is { IsEmpty: false } chunk)
            {
                yield return new StreamEvent(StreamEventKind.Chunk, chunk);
            }
        }

        if (answer.IsFinished)
        {
            yield return new StreamEvent(StreamEventKind.End, default);
        }
    }

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(body, ConverseErrors.Find);

    /// <inheritdoc/>
    /// <remarks>A credential that names its region is used there.</remarks>
    public ProviderEntry Accept(ProviderEntry provider, string model, string credential) => BedrockAddress.Accept(provider, credential);

    /// <inheritdoc/>
    public IEnumerable<string> SecretsIn(string apiKey) => AwsCredential.Parse(apiKey).Secrets;

    private static ImmutableArray<KeyValuePair<string, string>> Sign(
        AwsCredential credential, Uri baseUrl, string path, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        AwsSigner.Sign(credential, $"{BedrockAddress.Region(credential, baseUrl)}/bedrock", new Uri(baseUrl, path), ContentType, body, now);
}
