using Xunit;

namespace Weir.Tests.Protocol.Contract;

/// <summary>The console's types are those of the API.</summary>
public sealed class ContractTests
{
    private const string ApproveVariable = "WEIR_APPROVE";

    [Fact]
    public void ContractOfTheConsole_IsThatOfTheWireRecords()
    {
        var file = Path.Combine(Root(), "ui", "src", "api", "contract.ts");
        var actual = TypeScriptContract.Write();
        if (Environment.GetEnvironmentVariable(ApproveVariable) == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(File.ReadAllText(file) == actual, $"ui/src/api/contract.ts is not what the wire records say. Run these tests with {ApproveVariable}=1 and commit it.");
    }

    [Fact]
    public void Contract_HasNamesNullsAndComments()
    {
        var contract = TypeScriptContract.Write();

        Assert.Contains(
            "export interface DataResponse<T> {\n  /** The object or the list that was asked for. */\n  data: T;\n}", contract, StringComparison.Ordinal);
        Assert.Contains("  data: TraceSummary[];\n", contract, StringComparison.Ordinal);
        Assert.Contains("  /** US dollars; null when no span says a cost. */\n  cost: number | null;\n", contract, StringComparison.Ordinal);
        Assert.Contains("  attributes: Json;\n", contract, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Weir.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
