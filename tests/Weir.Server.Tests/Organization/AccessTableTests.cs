using Weir.Server.Auth;
using Weir.Server.Endpoints.OpenApi;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Organization;

/// <summary>The table of who may perform what, against what is mapped and what is told.</summary>
public sealed class AccessTableTests
{
    [Fact]
    public async Task EveryOperation_HasALine()
    {
        await using var server = await TestServer.StartAsync();

        var missing = server.Served.Where(operation => AccessTable.Find(operation.Method, operation.Pattern) is null).Select(operation => $"{operation.Method} {operation.Pattern}");

        Assert.True(!missing.Any(), $"Without a line in AccessTable: {string.Join(", ", missing)}");
    }

    [Fact]
    public void EveryLine_IsThereOnce()
    {
        var twice = AccessTable.All.GroupBy(entry => (entry.Method, entry.Pattern)).Where(entries => entries.Count() > 1).Select(entries => entries.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void Description_TellsTheSame()
    {
        var other = ApiOperations.All
            .Select(operation => (Operation: operation, Access: AccessTable.Find(operation.Method.ToUpperInvariant(), "/api/v1" + operation.Path)))
            .Where(pair => !Agrees(pair.Operation.Access, pair.Access))
            .Select(pair => $"{pair.Operation.Method} {pair.Operation.Path}: {pair.Operation.Access}, {pair.Access}");

        Assert.True(!other.Any(), string.Join('\n', other));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing-that-is-there", null)]
    [InlineData("GET", "/v1/keys", nameof(Access.Member))]
    [InlineData("HEAD", "/api/v1/keys", nameof(Access.Member))]
    [InlineData("GET", "/v1/datasets", nameof(Access.AnyCaller))]
    [InlineData("POST", "/v1/chat/completions", nameof(Access.InferenceKey))]
    [InlineData("GET", "/api/v1/models/user", nameof(Access.AnyCaller))]
    [InlineData("GET", "/api/weirdly", null)]
    [InlineData("GET", "/api/weir/something", nameof(Access.Administrator))]
    public void Find_TakesTheNearestLine(string method, string pattern, string? access) => Assert.Equal(access, AccessTable.Find(method, pattern)?.ToString());

    private static bool Agrees(ApiAccess told, Access? access) => told switch
    {
        ApiAccess.Open => access == Access.Open,
        ApiAccess.AnyKey => access == Access.AnyCaller,
        ApiAccess.InferenceKey => access == Access.InferenceKey,
        _ => access is Access.Member or Access.KeyOwner or Access.WorkspaceAdmin or Access.Administrator,
    };
}
