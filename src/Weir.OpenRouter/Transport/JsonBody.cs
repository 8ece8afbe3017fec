using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Weir.OpenRouter;

/// <summary>Writes the JSON of a request once; each try sends the same bytes.</summary>
internal static class JsonBody
{
    public static Func<HttpContent> Of<T>(T value, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return () => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
