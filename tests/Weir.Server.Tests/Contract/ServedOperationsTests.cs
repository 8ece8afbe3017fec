using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Contract;

/// <summary>Which operations of the document are there, asked of a live server.</summary>
public sealed class ServedOperationsTests
{
    private const int All = 97;
    private const int LeastServed = 76;

    [Fact]
    public async Task Operations_AreServedOrSayThatTheyAreNot()
    {
        var document = ContractDocument.Open();
        await using var server = await TestServer.StartAsync();
        var missing = new List<string>();

        foreach (var (method, path) in document.Operations)
        {
            var address = path.Replace("{author}", "sim", StringComparison.Ordinal).Replace("{slug}", "small", StringComparison.Ordinal).Replace('{', '_').Replace('}', '_');
            using var answer = await server.SendAsync(new HttpMethod(method.ToUpperInvariant()), "/api/v1" + address, server.InferenceKey, method == "get" ? null : "{}");
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotImplemented)
            {
                Assert.Contains($"{method.ToUpperInvariant()} /api/v1{address} is not available", text, StringComparison.Ordinal);
                missing.Add($"{method.ToUpperInvariant()} {path}");
                continue;
            }

            Assert.NotEqual(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.False((int)answer.StatusCode >= 500, $"{method} {path}: {text}");
            Assert.DoesNotContain("There is no operation", text, StringComparison.Ordinal);
        }

        // ./test shows lines that begin so when all is done; the output of a test that passes is shown nowhere.
        System.Console.WriteLine($"note: {All - missing.Count} of {All} operations of the API are served");
        missing.ForEach(name => System.Console.WriteLine($"note: not served: {name}"));
        Assert.Equal(All, document.Operations.Count);
        Assert.True(All - missing.Count >= LeastServed, $"Only {All - missing.Count} operations are served. Not served: {string.Join(", ", missing)}");
    }
}
