import { describe, expect, it } from 'vitest';
import { locateAttribute, locateResource } from '../../src/explain/locate.ts';
import type { Location } from '../../src/model/configuration/location.ts';
import type { AttributePath } from '../../src/model/plan/attribute-path.ts';
import { fixtureTemplate, templateOf } from '../support/template.ts';

const at = (location: Location | undefined) =>
  location === undefined ? 'nowhere' : `${location.file}:${location.line}:${location.column}`;

const NESTED = `resource "example" "a" {
  name = "x"
  list = [
    "a",
    "b",
  ]
  map = {
    plain       = 1
    "dotted.key" = 2
    5           = 3
  }
  objects = [
    { a = 1 },
    { a = 2 },
  ]
  single {
    inner {
      deep = 1
    }
  }
  many {
    key = 1
  }
  many {
    key   = 2
    other = 3
  }
  dynamic "made" {
    for_each = [1, 2]
    content {
      key = made.value
    }
  }
  computed = merge({ a = 1 }, {})
}
`;

describe('an attribute', () => {
  it.each<{ path: AttributePath; where: string; because: string }>([
    { path: ['name'], where: 'main.tf:2:3', because: 'it is written there' },
    { path: ['list', 1], where: 'main.tf:5:5', because: 'the element is written there' },
    { path: ['list', 7], where: 'main.tf:3:3', because: 'no such element is written' },
    { path: ['map', 'dotted.key'], where: 'main.tf:9:5', because: 'a key is found whatever is in it' },
    { path: ['map', '5'], where: 'main.tf:10:5', because: 'the keys of a map are strings, however they are written' },
    { path: ['map', 'missing'], where: 'main.tf:7:3', because: 'the map is what can be shown' },
    { path: ['objects', 1, 'a'], where: 'main.tf:14:7', because: 'objects in a list are gone into' },
    { path: ['single', 0, 'inner', 0, 'deep'], where: 'main.tf:18:7', because: 'blocks are counted from 0' },
    { path: ['single'], where: 'main.tf:16:3', because: 'the block itself is meant' },
    { path: ['many', 1, 'key'], where: 'main.tf:25:5', because: 'the second block of its type is meant' },
    { path: ['many', null, 'other'], where: 'main.tf:26:5', because: 'an element of a set is the first that has it' },
    { path: ['made', 1, 'key'], where: 'main.tf:31:7', because: 'the content of a dynamic block is of all it makes' },
    { path: ['computed', 'a'], where: 'main.tf:34:3', because: 'what is computed is shown where it is' },
    { path: ['id'], where: 'nowhere', because: 'the provider computes it' },
    { path: [], where: 'nowhere', because: 'the whole resource is no attribute' },
  ])('$path is at $where: $because', async ({ path, where }) => {
    expect(at(locateAttribute(await templateOf(NESTED), 'example.a[0]', path))).toBe(where);
  });
});

describe('a resource', () => {
  it.each([
    { address: 'example.a', where: 'main.tf:1:1', because: 'its block begins there' },
    { address: 'example.a["x"]', where: 'main.tf:1:1', because: 'all instances are of one block' },
    { address: 'example.b', where: 'nowhere', because: 'there is no such block' },
    { address: 'data.example.a', where: 'nowhere', because: 'a data source is another thing' },
    { address: 'no address', where: 'nowhere', because: 'it is none' },
  ])('$address is at $where: $because', async ({ address, where }) => {
    expect(at(locateResource(await templateOf(NESTED), address))).toBe(where);
  });

  it('of a local module is where the module’s own file has it', async () => {
    const configuration = await fixtureTemplate('module');
    const address = 'module.box[0].module.inner["a"].docker_container.c';
    expect(at(locateResource(configuration, address))).toBe('box/inner/main.tf:10:1');
    expect(at(locateAttribute(configuration, address, ['hostname']))).toBe('box/inner/main.tf:12:3');
  });

  it.each([
    { address: 'module.remote.example.a', because: 'its files are not there' },
    { address: 'module.remote.module.inner[0].example.a', because: 'neither are those of what it calls' },
  ])('$address is at the call of the module, because $because', async ({ address }) => {
    const hcl = '\nmodule "remote" {\n  source = "example.com/remote"\n}\n';
    expect(at(locateResource(await templateOf(hcl), address))).toBe('main.tf:2:1');
  });

  it('of a fetched module is at the call, for nobody can edit what lies in `.terraform`', async () => {
    const manifest = { Modules: [{ Key: 'remote', Source: 'example.com/remote', Dir: '.terraform/modules/remote' }] };
    const configuration = await templateOf({
      'main.tf': '\n\nmodule "remote" {\n  source = "example.com/remote"\n}\n',
      '.terraform/modules/modules.json': JSON.stringify(manifest),
      '.terraform/modules/remote/main.tf': 'resource "example" "a" {\n  x = 1\n}\n',
    });
    expect(at(locateResource(configuration, 'module.remote.example.a'))).toBe('main.tf:3:1');
    expect(at(locateAttribute(configuration, 'module.remote.example.a', ['x']))).toBe('main.tf:3:1');
  });

  it('in JSON syntax is where its name is', async () => {
    const json =
      '{\n  "resource": {\n    "example": {\n      "a": {\n        "b": [{\n          "x": 1\n        }]\n      }\n    }\n  }\n}\n';
    const configuration = await templateOf({ 'main.tf.json': json });
    expect(at(locateResource(configuration, 'example.a'))).toBe('main.tf.json:4:7');
    expect(at(locateAttribute(configuration, 'example.a', ['b', 0, 'x']))).toBe('main.tf.json:6:11');
  });

  it('counts lines as an editor does, whatever ends them', async () => {
    const configuration = await templateOf('\uFEFF# ä 😀\r\nresource "example" "a" {\r\n  x = 1\r\n}\r\n');
    expect(at(locateAttribute(configuration, 'example.a', ['x']))).toBe('main.tf:3:3');
  });
});
