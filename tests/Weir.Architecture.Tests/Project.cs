using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Weir.Architecture.Tests;

/// <summary>One project of <c>src/</c>: what its file says, and what its built assembly really uses.</summary>
internal sealed record Project(string Name, string Path)
{
    private readonly XDocument _file = XDocument.Load(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string AssemblyName => _file.Descendants("AssemblyName").FirstOrDefault()?.Value ?? Name;

    public bool IsPackage => _file.Descendants("IsPackable").Any(value => value.Value == "true");

    public IReadOnlyList<string> ProjectReferences => [.. Includes("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    /// <summary>Packages and frameworks that the file asks for, with the SDK's own name in front.</summary>
    public IReadOnlyList<string> ForeignReferences => [(string)_file.Root!.Attribute("Sdk")!, .. Includes("PackageReference"), .. Includes("FrameworkReference")];

    /// <summary>Names of the assemblies whose types the built assembly mentions, also those it was handed through other projects.</summary>
    public IReadOnlyList<string> ReadAssemblyReferences()
    {
        using var file = new PEReader(File.OpenRead(System.IO.Path.Combine(AppContext.BaseDirectory, AssemblyName + ".dll")));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    public Assembly Load() => Assembly.Load(AssemblyName);

    private IEnumerable<string> Includes(string element) => _file.Descendants(element).Select(reference => (string)reference.Attribute("Include")!);
}
