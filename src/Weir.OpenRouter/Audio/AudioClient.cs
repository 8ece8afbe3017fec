namespace Weir.OpenRouter;

/// <summary>The audio operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class AudioClient
{
    private readonly OpenRouterTransport _transport;

    internal AudioClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Writes down what is said. <c>POST /audio/transcriptions</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<TranscriptionResponse> TranscribeAsync(TranscriptionRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, "audio/transcriptions", query: null, request,
            AudioJson.Default.TranscriptionRequest, AudioJson.Default.TranscriptionResponse, cancellationToken);

    /// <summary>Says a text. <c>POST /audio/speech</c>.</summary>
    /// <returns>The sound as it comes, in the form that was asked for; dispose it.</returns>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<Stream> SpeakAsync(SpeechRequest request, CancellationToken cancellationToken = default) =>
        _transport.OpenAsync(HttpMethod.Post, "audio/speech", JsonBody.Of(request, SpeechJson.Default.SpeechRequest), cancellationToken);

    /// <summary>Writes down what is said in a file. <c>POST /audio/transcriptions</c>, as a form.</summary>
    /// <param name="sound">The bytes of the file.</param>
    /// <param name="fileName">Its name; the ending says what it is.</param>
    /// <param name="model">The model.</param>
    /// <param name="language">Language of the speech, two letters; null lets the model find out.</param>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<TranscriptionResponse> TranscribeAsync(
        ReadOnlyMemory<byte> sound, string fileName, string model, string? language = null, CancellationToken cancellationToken = default) =>
        _transport.SendFormAsync("audio/transcriptions", () => Form(sound, fileName, model, language), AudioJson.Default.TranscriptionResponse, cancellationToken);

    private static MultipartFormDataContent Form(ReadOnlyMemory<byte> sound, string fileName, string model, string? language)
    {
        var form = new MultipartFormDataContent { { new ReadOnlyMemoryContent(sound), "file", fileName }, { new StringContent(model), "model" } };
        if (language is not null)
        {
            form.Add(new StringContent(language), "language");
        }

        return form;
    }
}
