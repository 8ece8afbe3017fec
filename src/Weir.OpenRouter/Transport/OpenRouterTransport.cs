using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Weir.Protocol;

namespace Weir.OpenRouter;

/// <summary>Sends requests, tries them again where that can help, and makes exceptions of errors.</summary>
internal sealed class OpenRouterTransport(HttpClient http, OpenRouterOptions options)
{
    private readonly string _baseUrl = options.BaseUrl.AbsoluteUri.TrimEnd('/') + '/';

    public static async Task<T> UnwrapAsync<T>(Task<DataResponse<T>> envelope) => (await envelope.ConfigureAwait(false)).Data;

    public Task<TResponse> SendAsync<TResponse>(
        HttpMethod method, string path, string? query, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken) =>
        ReadAsync(method, path + query, static () => null, responseType, cancellationToken);

    public Task<TResponse> SendAsync<TRequest, TResponse>(
        HttpMethod method,
        string path,
        string? query,
        TRequest request,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        CancellationToken cancellationToken) =>
        ReadAsync(method, path + query, JsonBody.Of(request, requestType), responseType, cancellationToken);

    /// <summary>Sends a form; its content is made anew for each try.</summary>
    public Task<TResponse> SendFormAsync<TResponse>(
        string path, Func<HttpContent> form, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken) =>
        ReadAsync(HttpMethod.Post, path, form, responseType, cancellationToken);

    /// <summary>The body of an answer that is not JSON; disposing it ends the connection.</summary>
    public async Task<Stream> OpenAsync(HttpMethod method, string path, Func<HttpContent?> content, CancellationToken cancellationToken)
    {
        var response = await ExchangeAsync(method, path, content, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The events of a streamed answer, up to <c>[DONE]</c> or its end.</summary>
    /// <exception cref="OpenRouterException">The server refused, or an event carries an error.</exception>
    public async IAsyncEnumerable<TEvent> StreamAsync<TRequest, TEvent>(
        string path,
        TRequest request,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TEvent> eventType,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await ExchangeAsync(HttpMethod.Post, path, JsonBody.Of(request, requestType), cancellationToken).ConfigureAwait(false);
        await foreach (var item in EventStream.ReadAsync(response, eventType, options.MaxEventBytes, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private async Task<TResponse> ReadAsync<TResponse>(
        HttpMethod method, string path, Func<HttpContent?> content, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken)
    {
        using var response = await ExchangeAsync(method, path, content, cancellationToken).ConfigureAwait(false);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await JsonSerializer.DeserializeAsync(body, responseType, cancellationToken).ConfigureAwait(false)
                ?? throw Unreadable(response, path, "it is null", inner: null);
        }
        catch (JsonException e)
        {
            throw Unreadable(response, path, e.Message, e);
        }
    }

    private static OpenRouterException Unreadable(HttpResponseMessage response, string path, string why, Exception? inner) =>
        new($"The answer of {path} cannot be read: {why}", inner) { Status = (int)response.StatusCode, RequestId = ErrorReader.RequestId(response) };

    private async Task<HttpResponseMessage> ExchangeAsync(HttpMethod method, string path, Func<HttpContent?> content, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            var (response, failure) = await TryAsync(method, path, content, cancellationToken).ConfigureAwait(false);
            if (response is { IsSuccessStatusCode: true })
            {
                return response;
            }

            var retryAfter = response is null ? null : RetryRule.RetryAfter(response, options.TimeProvider);
            var mayRetry = tries < options.MaxRetries && (response is null || RetryRule.IsWorthIt(response)) && !(retryAfter > options.MaxRetryDelay);
            if (!mayRetry)
            {
                throw failure ?? await FailAsync(response!, retryAfter, cancellationToken).ConfigureAwait(false);
            }

            response?.Dispose();
            await Task.Delay(retryAfter ?? RetryRule.Delay(tries), options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(HttpResponseMessage? Response, OpenRouterException? Failure)> TryAsync(
        HttpMethod method, string path, Func<HttpContent?> content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_baseUrl + path)) { Content = content() };
        AddHeaders(request.Headers);
        try
        {
            return (await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false), null);
        }
        catch (HttpRequestException e)
        {
            return (null, new OpenRouterException($"No answer from {options.BaseUrl}: {e.Message}", e));
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new OpenRouterException($"No answer from {options.BaseUrl} within the {http.Timeout} that the HttpClient allows.", e));
        }
    }

    private void AddHeaders(HttpRequestHeaders headers)
    {
        if (options.ApiKey is { } key)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (options.AppUrl is { } url)
        {
            headers.TryAddWithoutValidation("HTTP-Referer", url);
        }

        if (options.AppTitle is { } title)
        {
            headers.TryAddWithoutValidation("X-Title", title);
        }
    }

    private static async Task<OpenRouterException> FailAsync(HttpResponseMessage response, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        using (response)
        {
            return ErrorReader.FromResponse(response, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false), retryAfter);
        }
    }
}
