using System.ClientModel;
using System.ClientModel.Primitives;
using global::OpenAI;
using global::OpenAI.Chat;
using global::OpenAI.Responses;
using Weir.OpenInference.OpenAI;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>Real OpenAI clients whose connections end at a loopback server, whatever host they believe to talk to.</summary>
public static class TestClient
{
    public const string Hello = """{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Say hello"}]}""";

    public static OpenAIClientOptions Options(Uri server, string baseUrl = "https://api.openai.com/v1") => new()
    {
        Endpoint = new Uri(baseUrl),
        Transport = new HttpClientPipelineTransport(new HttpClient(new Redirect(server))),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
    };

#pragma warning disable OPENAI001 // The client of Responses is marked experimental.
    public static ResponsesClientOptions ResponsesOptions(Uri server, string baseUrl = "https://api.openai.com/v1") => new()
    {
        Endpoint = new Uri(baseUrl),
        Transport = new HttpClientPipelineTransport(new HttpClient(new Redirect(server))),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
    };

#pragma warning restore OPENAI001

    public static ChatClient Instrumented(Uri server, OpenInferenceOptions? options = null) => Chat(Options(server).AddOpenInference(options));

    public static ChatClient Chat(OpenAIClientOptions options) => new("gpt-4o-mini", new ApiKeyCredential("sk-test"), options);

    public static BinaryContent Body(string json) => BinaryContent.Create(BinaryData.FromString(json));

    private sealed class Redirect(Uri server) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.Send(ToServer(request), cancellationToken);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.SendAsync(ToServer(request), cancellationToken);

        private HttpRequestMessage ToServer(HttpRequestMessage request)
        {
            request.RequestUri = new Uri(server, request.RequestUri!.AbsolutePath);
            return request;
        }
    }
}
