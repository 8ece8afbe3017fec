using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace Weir.Server.Tests.Testing;

/// <summary>A change whose body is held back while others are made.</summary>
internal sealed class HeldRequest : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler { UseProxy = false, Expect100ContinueTimeout = Wait.Longest });
    private readonly CancellationTokenSource _leaving = new();
    private readonly HeldBody _body;
    private readonly Task<HttpResponseMessage> _answer;

    private HeldRequest(TestServer server, HttpMethod method, string path, string body)
    {
        _body = new HeldBody(body);
        var request = new HttpRequestMessage(method, new Uri(server.Address, path)) { Content = _body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.ManagementKey);
        request.Headers.ExpectContinue = true;
        _answer = _invoker.SendAsync(request, _leaving.Token);
    }

    /// <summary>Begins one: when it is returned, the server waits for its body.</summary>
    public static async Task<HeldRequest> BeginAsync(TestServer server, HttpMethod method, string path, string body)
    {
        var request = new HeldRequest(server, method, path, body);
        await request._body.Asked.WaitAsync(Wait.Longest, TestContext.Current.CancellationToken);
        return request;
    }

    /// <summary>Sends the body.</summary>
    public async Task<JsonElement> EndAsync(int status = 200)
    {
        _body.Release();
        using var answer = await _answer;
        Assert.True((int)answer.StatusCode == status, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await TestServer.ReadJsonAsync(answer);
    }

    /// <summary>Leaves without having sent the body.</summary>
    public async Task LeaveAsync()
    {
        await _leaving.CancelAsync();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _answer);
    }

    public void Dispose()
    {
        _body.Release();
        _invoker.Dispose();
        _leaving.Dispose();
        _body.Dispose();
    }
}
