using System.Net;
using System.Text;

namespace Weir.Tests.OpenRouter;

/// <summary>Answers one request after the other with what a test has written down, the last answer for ever.</summary>
internal sealed class ScriptedServer(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public List<(HttpMethod Method, string Path, string Body)> Requests { get; } = [];

    public List<HttpRequestMessage> Messages { get; } = [];

    public static Func<HttpResponseMessage> Json(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) => () =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    };

    public static Func<HttpResponseMessage> Events(params string[] events) => () =>
        new HttpResponseMessage { Content = new StringContent(string.Concat(events.Select(static e => e + "\n\n")), Encoding.UTF8, "text/event-stream") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Messages.Add(request);
        Requests.Add((request.Method, request.RequestUri!.PathAndQuery, body));
        return answers[Math.Min(Requests.Count, answers.Length) - 1]();
    }
}
